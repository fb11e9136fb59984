package io.github.pgmtls.lint.testing.postgres;

import java.io.BufferedOutputStream;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;

/**
 * A socket that sends what is written to it when something is to be read.
 *
 * <p>A server that dislikes a certificate sends an alert and closes the connection, but the JDK's TLS sends two more
 * messages after the certificate, each by itself. The second of them would fail, and the alert would never be read.
 */
public final class GatheringSocket extends Socket {

    private final Socket socket;
    private final InputStream input;
    private final OutputStream gathered;

    public GatheringSocket(Socket socket) throws IOException {
        this.socket = socket;
        this.gathered = new BufferedOutputStream(socket.getOutputStream(), 1 << 16);
        this.input = new FilterInputStream(socket.getInputStream()) {
            @Override
            public int read() throws IOException {
                send();
                return super.read();
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                send();
                return super.read(bytes, offset, length);
            }
        };
    }

    private void send() {
        try {
            gathered.flush();
        } catch (IOException e) {
            // The server does not listen any more. Why, it may have said before.
        }
    }

    @Override
    public InputStream getInputStream() {
        return input;
    }

    @Override
    public OutputStream getOutputStream() {
        return new FilterOutputStream(gathered) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                gathered.write(bytes, offset, length);
            }

            @Override
            public void flush() {
                // Later, by the next read.
            }
        };
    }

    @Override
    public boolean isConnected() {
        return socket.isConnected();
    }

    @Override
    public boolean isClosed() {
        return socket.isClosed();
    }

    @Override
    public InetAddress getInetAddress() {
        return socket.getInetAddress();
    }

    @Override
    public int getPort() {
        return socket.getPort();
    }

    @Override
    public int getSoTimeout() throws SocketException {
        return socket.getSoTimeout();
    }

    @Override
    public void setSoTimeout(int millis) throws SocketException {
        socket.setSoTimeout(millis);
    }

    @Override
    public void setTcpNoDelay(boolean on) throws SocketException {
        socket.setTcpNoDelay(on);
    }

    @Override
    public synchronized void close() throws IOException {
        send();
        socket.close();
    }
}
