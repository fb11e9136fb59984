package io.github.pgmtls.lint.testing.postgres;

import io.github.pgmtls.lint.testing.postgres.LoginOutcome.Kind;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The conversation from the startup packet to the moment when the server has decided. */
final class Authentication {

    private static final String WRONG_PASSWORD = "this is not the password";

    private final Protocol protocol;
    private final LoginAttempt attempt;
    private boolean authenticated;
    private String challenge = "";

    private Authentication(Protocol protocol, LoginAttempt attempt) {
        this.protocol = protocol;
        this.attempt = attempt;
    }

    /** What the client learned, as in {@link LoginOutcome}. */
    record Answer(Kind kind, String detail, String sqlState) {

        Answer(Kind kind, String detail) {
            this(kind, detail, "");
        }
    }

    static Answer of(LoginAttempt attempt, Protocol protocol) throws IOException {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("user", attempt.user());
        if (!attempt.database().isEmpty()) {
            parameters.put("database", attempt.database());
        }
        attempt.replication().ifPresent(value -> parameters.put("replication", value));
        try {
            protocol.startup(parameters);
            return new Authentication(protocol, attempt).converse();
        } catch (EOFException e) {
            return new Answer(Kind.DROPPED, "");
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private Answer converse() throws IOException, GeneralSecurityException {
        for (Protocol.Message message = protocol.read(); message.type() != 'Z'; message = protocol.read()) {
            if (message.type() == 'E') {
                return error(message.fields());
            }
            if (message.type() == 'R' && !answer(message)) {
                return new Answer(Kind.CHALLENGED, challenge);
            }
        }
        protocol.terminate();
        return new Answer(Kind.ACCEPTED, "");
    }

    private Answer error(Map<Character, String> fields) {
        String message = fields.getOrDefault('M', "");
        String sqlState = fields.getOrDefault('C', "");
        if (authenticated) {
            return new Answer(Kind.ACCEPTED, message, sqlState);
        }
        if (!challenge.isEmpty() && attempt.password().isEmpty()) {
            return new Answer(Kind.CHALLENGED, challenge, sqlState);
        }
        return new Answer(Kind.REFUSED, message, sqlState);
    }

    /** Answers an authentication request and tells whether the conversation goes on. */
    private boolean answer(Protocol.Message request) throws IOException, GeneralSecurityException {
        String password = attempt.password().orElse(WRONG_PASSWORD);
        int code = request.integer();
        switch (code) {
            case 0 -> authenticated = true;
            case 3 -> {
                challenge = "password";
                protocol.send('p', Protocol.terminated(password));
            }
            case 5 -> {
                challenge = "md5";
                protocol.send('p', Protocol.terminated(md5(password, request.rest())));
            }
            case 10 -> {
                List<String> mechanisms = List.of(request.rest().split("\0"));
                if (!mechanisms.contains("SCRAM-SHA-256")) {
                    challenge = mechanisms.contains("OAUTHBEARER") ? "oauth" : mechanisms.toString();
                    return false;
                }
                challenge = "scram-sha-256";
                protocol.send('p', saslInitialResponse("SCRAM-SHA-256", Scram.firstMessage()));
            }
            case 11 -> protocol.send('p', bytes(Scram.finalMessage(request.rest(), password)));
            case 12 -> {
                // The server proves that it knows the password. What it does next matters, not this.
            }
            default -> {
                challenge = code == 7 ? "gss" : code == 9 ? "sspi" : "authentication request " + code;
                return false;
            }
        }
        return true;
    }

    private String md5(String password, String salt) throws GeneralSecurityException {
        return "md5" + md5Hex(md5Hex(password + attempt.user()) + salt);
    }

    private static String md5Hex(String text) throws GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes(text)));
    }

    private static byte[] saslInitialResponse(String mechanism, String response) {
        byte[] name = Protocol.terminated(mechanism);
        byte[] data = bytes(response);
        return ByteBuffer.allocate(name.length + 4 + data.length)
                .put(name)
                .putInt(data.length)
                .put(data)
                .array();
    }

    private static byte[] bytes(String byteText) {
        return byteText.getBytes(StandardCharsets.ISO_8859_1);
    }
}
