package io.github.pgmtls.lint.testing.postgres;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;

/** A Unix-domain socket whose reads end after a while: the one of the JDK has no time-out. */
final class UnixSocket implements Closeable {

    private final SocketChannel channel;
    private final Selector selector;
    private final Duration limit;

    private UnixSocket(SocketChannel channel, Selector selector, Duration limit) {
        this.channel = channel;
        this.selector = selector;
        this.limit = limit;
    }

    static UnixSocket connect(Path path, Duration limit) throws IOException {
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.connect(UnixDomainSocketAddress.of(path));
            channel.configureBlocking(false);
            Selector selector = Selector.open();
            channel.register(selector, SelectionKey.OP_READ);
            return new UnixSocket(channel, selector, limit);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    InputStream input() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                ByteBuffer target = ByteBuffer.wrap(buffer, offset, length);
                int count = channel.read(target);
                if (count == 0) {
                    selector.selectedKeys().clear();
                    if (selector.select(limit.toMillis()) == 0) {
                        throw new SocketTimeoutException("the server does not answer");
                    }
                    count = channel.read(target);
                }
                return count;
            }
        };
    }

    /** Returns a stream for short messages: it fails if the server does not take them at once. */
    OutputStream output() {
        return new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                write(new byte[] {(byte) value}, 0, 1);
            }

            @Override
            public void write(byte[] buffer, int offset, int length) throws IOException {
                ByteBuffer source = ByteBuffer.wrap(buffer, offset, length);
                channel.write(source);
                if (source.hasRemaining()) {
                    throw new IOException("the server does not take the message");
                }
            }
        };
    }

    @Override
    public void close() throws IOException {
        selector.close();
        channel.close();
    }
}
