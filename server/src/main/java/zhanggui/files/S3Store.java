package zhanggui.files;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.springframework.core.env.Environment;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** A bucket of Amazon S3 or of anything that speaks its protocol; it has to be there. */
final class S3Store implements FileStore {
    private static final String BELOW = "files/";
    private static final Pattern KEY = Pattern.compile("files/[0-9a-f]{64}");
    private static final int NOT_FOUND = 404;
    private final S3Client client;
    private final String bucket;

    S3Store(S3Client client, String bucket) {
        this.client = client;
        this.bucket = bucket;
    }

    static S3Store of(Environment environment) {
        var endpoint = environment.getProperty("zhanggui.files.s3.endpoint", "");
        var builder = S3Client.builder()
                .region(Region.of(environment.getRequiredProperty("zhanggui.files.s3.region")))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(
                        environment.getRequiredProperty("zhanggui.files.s3.access-key"),
                        environment.getRequiredProperty("zhanggui.files.s3.secret-key"))))
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(Duration.ofSeconds(5))
                        .socketTimeout(Duration.ofSeconds(30)))
                // What only Amazon's own store understands is left out.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .serviceConfiguration(c -> c.chunkedEncodingEnabled(false))
                .forcePathStyle(!endpoint.isEmpty());
        if (!endpoint.isEmpty()) builder.endpointOverride(URI.create(endpoint));
        return new S3Store(builder.build(), environment.getRequiredProperty("zhanggui.files.s3.bucket"));
    }

    @Override
    public void put(String hash, Path content) throws IOException {
        try {
            if (isThere(hash)) return;
            client.putObject(r -> r.bucket(bucket).key(BELOW + hash), RequestBody.fromFile(content));
        } catch (SdkException e) {
            throw new IOException(e);
        }
    }

    private boolean isThere(String hash) {
        try {
            client.headObject(r -> r.bucket(bucket).key(BELOW + hash));
            return true;
        } catch (S3Exception e) {
            if (e.statusCode() == NOT_FOUND) return false;
            throw e;
        }
    }

    @Override
    public InputStream open(String hash) throws IOException {
        try {
            return client.getObject(r -> r.bucket(bucket).key(BELOW + hash));
        } catch (NoSuchKeyException e) {
            throw (IOException) new NoSuchFileException(hash).initCause(e);
        } catch (SdkException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void remove(String hash) throws IOException {
        try {
            client.deleteObject(r -> r.bucket(bucket).key(BELOW + hash));
        } catch (SdkException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void each(Visit visit) throws IOException {
        try {
            for (var object : client.listObjectsV2Paginator(
                            r -> r.bucket(bucket).prefix(BELOW))
                    .contents()) {
                if (KEY.matcher(object.key()).matches()) {
                    visit.see(new Stored(object.key().substring(BELOW.length()), object.lastModified()));
                }
            }
        } catch (SdkException e) {
            throw new IOException(e);
        }
    }
}
