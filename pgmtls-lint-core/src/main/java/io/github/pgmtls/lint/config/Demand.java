package io.github.pgmtls.lint.config;

import io.github.pgmtls.lint.postgres.AuthMethod;
import java.util.List;

/**
 * What stands behind the addresses of a record: how clients must prove who they are.
 *
 * @param method the method in force: {@code ident} on {@code local} is {@code peer}
 * @param options the options in file order, and behind them those that others imply; of equal ones the last counts
 * @param clientCert the demand in force, that which the method implies included
 */
public record Demand(AuthMethod method, List<HbaOption> options, ClientCert clientCert) {}
