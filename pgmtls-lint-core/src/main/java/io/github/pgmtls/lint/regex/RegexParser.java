package io.github.pgmtls.lint.regex;

import io.github.pgmtls.lint.regex.RegexOptions.Flavour;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the tree of a pattern (parse, parsebranch and parseqatom in regcomp.c). */
final class RegexParser {

    /** How deep a pattern may be nested; behind a group, the rest of a branch counts as one deeper. */
    static final int DEEPEST = 200;

    private final RegexOptions options;
    private final Dialect dialect;
    private final Lexer lexer;
    private final QuantifierParser quantifiers;
    private final Map<Integer, Expression> groups = new HashMap<>();
    private int depth;

    RegexParser(String pattern, Dialect dialect) {
        this.options = RegexOptions.of(pattern);
        this.dialect = dialect;
        this.lexer = new Lexer(pattern, options, dialect);
        this.quantifiers = new QuantifierParser(lexer);
    }

    RegexOptions options() {
        return options;
    }

    int groups() {
        return lexer.groups();
    }

    Node parse() {
        return alternatives(TokenType.END, false);
    }

    private Node alternatives(TokenType stop, boolean lookaround) {
        List<Node> branches = new ArrayList<>();
        int traits = Traits.LONGEST;
        do {
            Node branch = branch(stop, lookaround);
            traits |= Traits.inherited(traits | branch.traits());
            branches.add(branch);
        } while (lexer.eat(TokenType.ALTERNATION));
        if (!lexer.sees(stop)) {
            throw new RegexSyntaxException(RegexError.PARENTHESES);
        }
        if (branches.size() == 1) {
            return branches.get(0);
        }
        Node all = Node.alternation(traits, branches);
        return Traits.intricate(traits) ? all : Node.plain(traits, all.expression());
    }

    private Node branch(TokenType stop, boolean lookaround) {
        depth++;
        if (depth > DEEPEST) {
            throw new UndecidedException("the regular expression is nested deeper than " + DEEPEST + " levels");
        }
        BranchBuilder branch = new BranchBuilder(dialect);
        while (!atEnd(stop)) {
            Optional<Expression> condition = condition();
            if (condition.isPresent()) {
                branch.add(condition.get());
                continue;
            }
            Atom atom = atom(lookaround);
            Quantifier quantifier = quantifiers.parse();
            if (quantifier.bounds().isNever()) {
                branch.add(Expression.empty());
            } else if (!branch.blend(atom, quantifier)) {
                Node quantified = branch.quantified(atom, quantifier);
                Optional<Node> rest = atEnd(stop) ? Optional.empty() : Optional.of(branch(stop, lookaround));
                depth--;
                return branch.build(quantified, Traits.combined(quantifier.preference(), atom.traits()), rest);
            }
        }
        depth--;
        return branch.build();
    }

    private boolean atEnd(TokenType stop) {
        return lexer.sees(TokenType.ALTERNATION) || lexer.sees(stop) || lexer.sees(TokenType.END);
    }

    /** Reads a condition, if the next thing is one. It cannot have a quantifier. */
    private Optional<Expression> condition() {
        Token token = lexer.token();
        Assertion assertion = switch (token.type()) {
            case CARET -> options.newlineAnchors() ? Assertion.LINE_START : Assertion.TEXT_START;
            case DOLLAR -> options.newlineAnchors() ? Assertion.LINE_END : Assertion.TEXT_END;
            case TEXT_START -> Assertion.TEXT_START;
            case TEXT_END -> Assertion.TEXT_END;
            case WORD_START -> Assertion.WORD_START;
            case WORD_END -> Assertion.WORD_END;
            case WORD_BOUNDARY -> Assertion.WORD_BOUNDARY;
            case NOT_WORD_BOUNDARY -> Assertion.NOT_WORD_BOUNDARY;
            default -> null;
        };
        if (assertion != null) {
            lexer.next();
            return Optional.of(Expression.assertion(assertion));
        }
        return token.is(TokenType.LOOKAHEAD) || token.is(TokenType.LOOKBEHIND)
                ? Optional.of(lookaround(token))
                : Optional.empty();
    }

    private Expression lookaround(Token opening) {
        lexer.next();
        Node body = alternatives(TokenType.CLOSE_PARENTHESIS, true);
        lexer.next();
        return Expression.lookaround(opening.is(TokenType.LOOKAHEAD), opening.value() == 1, body.expression());
    }

    private Atom atom(boolean lookaround) {
        Token token = lexer.token();
        return switch (token.type()) {
            case OPEN_PARENTHESIS -> parenthesis(token.value() == 1, lookaround);
            case BACK_REFERENCE -> backReference(token.value(), lookaround);
            case OPEN_BRACKET -> single(new BracketParser(lexer, options, dialect).parse());
            case PLAIN -> single(character(token.value()));
            case CLASS -> single(token.members());
            case CLASS_COMPLEMENT -> single(complement(token.members()));
            case DOT -> single(options.newlineStops() ? ByteSet.ALL.without(ByteSet.NEWLINE) : ByteSet.ALL);
            case CLOSE_PARENTHESIS -> closeParenthesis();
            default -> throw new RegexSyntaxException(RegexError.QUANTIFIER);
        };
    }

    private Atom single(ByteSet members) {
        lexer.next();
        return Atom.of(members);
    }

    private ByteSet character(int c) {
        ByteSet one = ByteSet.of(c);
        return options.ignoreCase() ? one.withBothCases() : one;
    }

    private ByteSet complement(ByteSet left) {
        ByteSet rest = left.complement();
        boolean stops = options.newlineStops() && !dialect.complementsMatchNewline();
        return stops ? rest.without(ByteSet.NEWLINE) : rest;
    }

    /** A parenthesis that closes nothing: a plain character in the extended syntax only, "due to specification botch". */
    private Atom closeParenthesis() {
        if (options.flavour() != Flavour.EXTENDED) {
            throw new RegexSyntaxException(RegexError.PARENTHESES);
        }
        return single(ByteSet.of(')'));
    }

    /** Reads parentheses; those that capture do not do so in a lookaround. */
    private Atom parenthesis(boolean capturing, boolean lookaround) {
        boolean captures = capturing && !lookaround;
        int number = captures ? lexer.openGroup() : 0;
        lexer.next();
        Node inner = alternatives(TokenType.CLOSE_PARENTHESIS, lookaround);
        lexer.next();
        if (!captures) {
            return Atom.of(inner);
        }
        groups.put(number, inner.expression());
        return Atom.group(inner.capturing(number));
    }

    private Atom backReference(int number, boolean lookaround) {
        Expression group = groups.get(number);
        if (lookaround || group == null) {
            throw new RegexSyntaxException(RegexError.BACK_REFERENCE);
        }
        lexer.next();
        return Atom.backReference(number, dialect.backReferencesDropAssertions() ? group.withoutAssertions() : group);
    }
}
