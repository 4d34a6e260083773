package asset2go.dependency;

import asset2go.asset.AssetRef;

/**
 * One asset needs another to work.
 *
 * @param asset the one that needs
 * @param dependsOn the one that is needed
 * @param kind upper-case word such as POWER, NETWORK, COOLING
 */
public record Dependency(AssetRef asset, AssetRef dependsOn, String kind, Criticality criticality) {

  /** How bad it is when the needed one fails. */
  public enum Criticality {
    /** It goes on, somewhat worse. */
    LOW,
    /** It loses what makes it safe, such as one of two feeds. */
    MEDIUM,
    /** It stops. */
    HIGH
  }
}
