package asset2go.infra;

import java.net.URI;
import java.nio.file.Path;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/**
 * S3Proxy over a folder. Loaded by {@link EmbeddedS3} in a class loader that sees nothing but the
 * JDK, S3Proxy's jar and this class, so it speaks to the rest in types of the JDK alone.
 */
public final class S3Server implements AutoCloseable {
  private final S3Proxy server;

  public S3Server(URI endpoint, Path folder, String key, String secret) throws Exception {
    server =
        S3Proxy.builder()
            .blobStore(new FilesystemNio2BlobStore(folder.toString()))
            .endpoint(endpoint)
            .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, key, secret)
            .ignoreUnknownHeaders(true)
            .build();
    server.start();
  }

  @Override
  public void close() throws Exception {
    server.stop();
  }
}
