package io.soam.ingestion.rest;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import javax.net.SocketFactory;

/**
 * Sockets that look at the address at the moment of connecting. It is the last word, also for
 * addresses that are written in the URL and never resolved.
 */
final class GuardedSockets extends SocketFactory {

    private final TargetGuard guard;

    GuardedSockets(TargetGuard guard) {
        this.guard = guard;
    }

    @Override
    public Socket createSocket() {
        return new Socket() {
            @Override
            public void connect(SocketAddress endpoint, int timeout) throws IOException {
                if (!(endpoint instanceof InetSocketAddress target) || target.isUnresolved()) {
                    throw new IOException("Not an address: " + endpoint);
                }
                guard.check(target.getHostString(), target.getPort(), target.getAddress());
                super.connect(endpoint, timeout);
            }
        };
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw unused();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) {
        throw unused();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw unused();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
        throw unused();
    }

    private static UnsupportedOperationException unused() {
        return new UnsupportedOperationException("The HTTP client connects by itself");
    }
}
