package asset2go.trace;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whose request it is, by address. {@code X-Forwarded-For} counts only as far as trusted proxies
 * wrote it: it is read from its end, and the first address that is no such proxy is the client.
 */
public final class ClientAddress {

  private final List<Network> proxies;

  /**
   * With the proxies that may speak for others.
   *
   * @param trustedProxies addresses and networks (CIDR); what is neither is nobody
   */
  public ClientAddress(List<String> trustedProxies) {
    proxies = trustedProxies.stream().map(Network::parse).flatMap(Optional::stream).toList();
  }

  /**
   * The client's address.
   *
   * @param peer the other end of the connection
   * @param forwardedFor value of {@code X-Forwarded-For}
   */
  public String of(String peer, @Nullable String forwardedFor) {
    if (forwardedFor == null || !isProxy(peer)) {
      return peer;
    }
    String[] hops = forwardedFor.split(",", -1);
    String client = peer;
    for (int i = hops.length - 1; i >= 0 && isProxy(client); i--) {
      client = hops[i].strip();
    }
    return client;
  }

  private boolean isProxy(String address) {
    return proxies.stream().anyMatch(network -> network.contains(address));
  }
}
