package io.soam.ingestion.rest;

import io.soam.ingestion.connector.PollFailedException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Proxy;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.CookieJar;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** Makes requests for one data source, one at a time. */
final class Fetcher {

    private static final MediaType JSON = MediaType.get("application/json");
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final int MOST_REDIRECTS = 5;

    private final RestSettings settings;
    private final TargetGuard guard;
    private final Clock clock;
    private final OkHttpClient client;
    private volatile Call current;
    private volatile boolean ended;

    Fetcher(RestSettings settings, TargetGuard guard, Clock clock) {
        this.settings = settings;
        this.guard = guard;
        this.clock = clock;
        this.client =
                new OkHttpClient.Builder()
                        .followRedirects(false)
                        .followSslRedirects(false)
                        .proxy(Proxy.NO_PROXY)
                        .cookieJar(CookieJar.NO_COOKIES)
                        .socketFactory(new GuardedSockets(guard))
                        // Seconds pass between requests, and a kept connection was checked long
                        // ago.
                        .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
                        .protocols(List.of(Protocol.HTTP_1_1))
                        .build();
    }

    /**
     * Fetches the answer, following redirects.
     *
     * @throws PollFailedException if there is none; the message says why
     */
    FetchedAnswer fetch(Validators validators, ResponseLimits limits) throws PollFailedException {
        long end = System.nanoTime() + limits.total().toNanos();
        HttpUrl url = settings.url();
        String method = settings.method();
        try {
            for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
                Duration left = Duration.ofNanos(Math.max(1_000_000, end - System.nanoTime()));
                Request request = request(url, method, validators);
                try (Response response = call(request, limits.within(left)).execute()) {
                    HttpUrl next = redirect(response, method);
                    if (next == null) {
                        return answer(response, url, limits.bytes());
                    }
                    method = response.code() == 303 ? "GET" : method;
                    url = next;
                }
            }
        } catch (IOException e) {
            throw failure(e, url, limits);
        }
        throw new PollFailedException(
                RestSettings.endpoint(settings.url())
                        + " redirects more than "
                        + MOST_REDIRECTS
                        + " times. Give the address that it leads to.",
                null);
    }

    /** Ends a request that is under way; there is no other. */
    void end() {
        ended = true;
        Call call = current;
        if (call != null) {
            call.cancel();
        }
    }

    private Call call(Request request, ResponseLimits limits) throws IOException {
        HttpUrl url = request.url();
        Call call =
                client.newBuilder()
                        .dns(host -> guard.resolve(host, url.port()))
                        .connectTimeout(limits.connect())
                        .readTimeout(limits.total())
                        .writeTimeout(limits.total())
                        .callTimeout(limits.total())
                        .build()
                        .newCall(request);
        current = call;
        if (ended) {
            throw new IOException("The data source is being stopped");
        }
        return call;
    }

    /** What is secret or was made for one host goes to that host only. */
    private Request request(HttpUrl url, String method, Validators validators) {
        Request.Builder request = new Request.Builder().url(url).header("User-Agent", "SOAM");
        request.header(
                "Accept", "application/json, application/xml;q=0.9, text/*;q=0.8, */*;q=0.5");
        if (sameOrigin(url, settings.url())) {
            settings.headers().forEach(request::header);
            settings.authentication().apply(request, url);
        }
        if ("POST".equals(method)) {
            return request.method(method, body()).build();
        }
        if (validators.etag() != null) {
            request.header("If-None-Match", validators.etag());
        }
        if (validators.lastModified() != null) {
            request.header("If-Modified-Since", validators.lastModified());
        }
        return request.build();
    }

    private RequestBody body() {
        boolean typed =
                settings.headers().keySet().stream().anyMatch("Content-Type"::equalsIgnoreCase);
        return RequestBody.create(settings.bodyBytes(), typed ? null : JSON);
    }

    private HttpUrl redirect(Response response, String method) throws IOException {
        String location = response.header("Location");
        if (!REDIRECTS.contains(response.code()) || location == null) {
            return null;
        }
        HttpUrl from = settings.url();
        HttpUrl next = response.request().url().resolve(location);
        if (next == null) {
            throw new IOException("it redirects to an address that cannot be used");
        }
        if ("POST".equals(method) && response.code() != 303 && !sameOrigin(next, from)) {
            throw new IOException(
                    "it redirects the request body to another host, "
                            + RestSettings.endpoint(next)
                            + ", which does not get it. Give that address if you trust it");
        }
        if (from.isHttps() && !next.isHttps()) {
            throw new IOException("it redirects from HTTPS to an unencrypted address");
        }
        return next;
    }

    private static boolean sameOrigin(HttpUrl a, HttpUrl b) {
        return a.scheme().equals(b.scheme()) && a.host().equals(b.host()) && a.port() == b.port();
    }

    private FetchedAnswer answer(Response response, HttpUrl url, int limit) throws IOException {
        MediaType type = response.body().contentType();
        return new FetchedAnswer(
                new FetchedAnswer.Head(
                        url,
                        response.code(),
                        type == null
                                ? ""
                                : (type.type() + "/" + type.subtype()).toLowerCase(Locale.ROOT),
                        charset(response.header("Content-Type")),
                        new Validators(response.header("ETag"), response.header("Last-Modified")),
                        RetryAfter.of(response.header("Retry-After"), clock.instant())),
                bytes(response, limit));
    }

    private static byte[] bytes(Response response, int limit) throws IOException {
        try (InputStream in = response.body().byteStream()) {
            byte[] bytes = in.readNBytes(limit);
            if (bytes.length == limit && in.read() >= 0) {
                throw new IOException(
                        "its answer is larger than "
                                + limit
                                + " bytes. Ask for less by parameters, or raise max_response_bytes");
            }
            return bytes;
        }
    }

    private static Charset charset(String contentType) throws IOException {
        MediaType type = contentType == null ? null : MediaType.parse(contentType);
        String name = type == null ? null : type.parameter("charset");
        if (name == null) {
            return null;
        }
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new IOException("its answer has a character set that is not known here", e);
        }
    }

    private static PollFailedException failure(IOException e, HttpUrl url, ResponseLimits limits) {
        return new PollFailedException(FetchFailure.text(e, url, limits), e);
    }
}
