package asset2go.files;

import asset2go.problem.DomainError;
import asset2go.settings.Settings;
import io.minio.BucketExistsArgs;
import io.minio.GetObjectArgs;
import io.minio.ListObjectsArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import io.minio.StatObjectArgs;
import io.minio.StatObjectResponse;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * The S3 store. Files pass through as streams: none is ever in memory as a whole. Where the store
 * does not answer, only what needs files fails, with {@link DomainError.Unavailable}.
 */
@ApplicationScoped
public class Files {

  private static final Logger LOG = Logger.getLogger(Files.class.getName());

  /** S3 wants parts of at least 5 MiB; this much of a file is in memory while it is stored. */
  private static final long PART = 5L * 1024 * 1024;

  private static final int TRIES = 3;
  private static final String NO_BUCKET = "NoSuchBucket";
  private static final Set<String> MISSING = Set.of("NoSuchKey", NO_BUCKET, "NoSuchObject");
  private static final Set<String> WRONG_KEYS =
      Set.of("InvalidAccessKeyId", "SignatureDoesNotMatch");
  private static final Set<String> HAVE_IT =
      Set.of("BucketAlreadyOwnedByYou", "BucketAlreadyExists", "OperationAborted");

  private @Inject Settings settings;
  private @Nullable OkHttpClient http;
  private @Nullable MinioClient client;
  private volatile boolean bucketMade;

  /** For the container. */
  Files() {}

  /** With the store that these settings name. */
  Files(Settings settings) {
    this.settings = settings;
  }

  @PostConstruct
  void connect() {
    Settings.S3 s3 = settings.s3();
    http =
        new OkHttpClient.Builder()
            .connectTimeout(2, TimeUnit.SECONDS)
            .readTimeout(20, TimeUnit.SECONDS)
            .writeTimeout(20, TimeUnit.SECONDS)
            .build();
    client =
        MinioClient.builder()
            .endpoint(s3.endpoint().toString())
            .credentials(s3.accessKeyId(), s3.secretAccessKey().reveal())
            .region(s3.region())
            .httpClient(http)
            .build();
  }

  /** Stores what the stream holds under a name, in place of what was there. */
  public void put(String name, InputStream content, String mediaType) {
    makeBucket();
    Source source = new Source(content);
    try {
      call(
          source,
          s3 ->
              s3.putObject(
                  PutObjectArgs.builder().bucket(bucket()).object(name).stream(source, -1, PART)
                      .contentType(mediaType)
                      .build()));
    } catch (Refused e) {
      bucketMade = false;
      throw e.unavailable();
    }
  }

  /**
   * Opens a file; the caller closes it.
   *
   * @throws DomainError.NotFound where there is none of that name
   */
  public InputStream get(String name) {
    try {
      StatObjectResponse file =
          call(
              null,
              s3 -> s3.statObject(StatObjectArgs.builder().bucket(bucket()).object(name).build()));
      return new Chunks(file.size(), (offset, length) -> fetch(name, offset, length));
    } catch (Refused e) {
      if (MISSING.contains(e.code())) {
        throw new DomainError.NotFound("file", name);
      }
      throw e.unavailable();
    }
  }

  private byte[] fetch(String name, long offset, int length) {
    for (int attempt = 1; ; attempt++) {
      try {
        return call(
            null,
            s3 -> {
              try (InputStream in =
                  s3.getObject(
                      GetObjectArgs.builder()
                          .bucket(bucket())
                          .object(name)
                          .offset(offset)
                          .length((long) length)
                          .build())) {
                return in.readNBytes(length);
              }
            });
      } catch (Refused e) {
        throw e.unavailable();
      } catch (DomainError.Unavailable e) {
        if (attempt == TRIES) {
          throw e;
        }
        LOG.log(Level.FINE, "A piece of " + name + " is asked for again", e);
      }
    }
  }

  /** Removes a file; one that is not there is fine. */
  public void delete(String name) {
    try {
      call(
          null,
          s3 -> {
            s3.removeObject(RemoveObjectArgs.builder().bucket(bucket()).object(name).build());
            return name;
          });
    } catch (Refused e) {
      throw e.unavailable();
    }
  }

  /** Makes the bucket where it is missing; where we may not, {@link #complaint} says so. */
  private void makeBucket() {
    if (bucketMade) {
      return;
    }
    try {
      call(
          null,
          s3 -> {
            if (!s3.bucketExists(BucketExistsArgs.builder().bucket(bucket()).build())) {
              s3.makeBucket(
                  MakeBucketArgs.builder().bucket(bucket()).region(settings.s3().region()).build());
              LOG.log(Level.INFO, "Made the bucket {0}.", bucket());
            }
            return bucket();
          });
    } catch (Refused e) {
      if (!HAVE_IT.contains(e.code())) {
        LOG.log(Level.FINE, "The bucket cannot be looked for or made", e);
      }
    }
    bucketMade = true;
  }

  /**
   * Why files could not be stored or read at present, in one line for an operator that names the
   * variable; nothing where they can. Makes the bucket where it is missing.
   */
  public Optional<String> complaint() {
    Settings.S3 s3 = settings.s3();
    String where = "S3 at " + s3.endpoint() + " (S3_ENDPOINT)";
    try {
      if (!bucketIsThere()) {
        bucketMade = false;
        makeBucket();
        if (!bucketIsThere()) {
          return Optional.of(
              where + " has no bucket " + bucket() + " (S3_BUCKET), nor may we make it.");
        }
      }
      return Optional.empty();
    } catch (Refused e) {
      return Optional.of(where + refusal(e.code()));
    } catch (DomainError.Unavailable e) {
      return Optional.of(where + " does not answer: " + e.getCause());
    }
  }

  private String refusal(String code) {
    if (WRONG_KEYS.contains(code)) {
      return " refuses S3_ACCESS_KEY_ID with S3_SECRET_ACCESS_KEY: " + code + ".";
    }
    // Rights to list are not needed: an answer that may be as it was meant.
    return " does not let us list the bucket "
        + bucket()
        + " (S3_BUCKET): "
        + code
        + ". Unless files can be stored all the same, rights are missing.";
  }

  // By a list, not by HEAD: an answer to that has no body, and so no code that tells what is wrong.
  private boolean bucketIsThere() {
    try {
      return call(
          null,
          s3 -> {
            var first =
                s3.listObjects(ListObjectsArgs.builder().bucket(bucket()).maxKeys(1).build())
                    .iterator();
            if (first.hasNext()) {
              first.next().get();
            }
            return true;
          });
    } catch (Refused e) {
      if (e.code().equals(NO_BUCKET)) {
        return false;
      }
      throw e;
    }
  }

  private String bucket() {
    return settings.s3().bucket();
  }

  /** One request to the store. */
  private interface Request<T> {
    T send(MinioClient client) throws MinioException, GeneralSecurityException, IOException;
  }

  private <T> T call(@Nullable Source source, Request<T> request) {
    if (client == null) {
      throw new IllegalStateException("not connected");
    }
    try {
      return request.send(client);
    } catch (ErrorResponseException e) {
      throw new Refused(e.errorResponse().code(), e);
    } catch (MinioException | GeneralSecurityException | IOException e) {
      if (source != null && source.failed != null) {
        throw new UncheckedIOException(source.failed);
      }
      throw new DomainError.Unavailable("The file store does not answer.", e);
    }
  }

  @PreDestroy
  void close() {
    if (http != null) {
      http.dispatcher().executorService().shutdown();
      http.connectionPool().evictAll();
    }
  }

  /** Tells a sender that broke off from a store that does. */
  private static final class Source extends FilterInputStream {
    private @Nullable IOException failed;

    Source(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      try {
        return super.read();
      } catch (IOException e) {
        failed = e;
        throw e;
      }
    }

    @Override
    public int read(byte[] bytes, int from, int count) throws IOException {
      try {
        return super.read(bytes, from, count);
      } catch (IOException e) {
        failed = e;
        throw e;
      }
    }
  }

  /** The store answered, and refused. */
  private static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String code;

    Refused(String code, Throwable cause) {
      super("The file store refuses: " + code, cause);
      this.code = code;
    }

    String code() {
      return code;
    }

    DomainError.Unavailable unavailable() {
      return new DomainError.Unavailable("The file store refuses: " + code + ".", this);
    }
  }
}
