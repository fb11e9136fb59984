evaluate(new File(projectsDirectory, '.guides/verify.groovy'))
