package asset2go.settings;

/** {@code S3_TYPE}: MinIO and its like are addressed by path, Amazon's S3 by host. */
public enum S3Type {
  MINIO,
  S3
}
