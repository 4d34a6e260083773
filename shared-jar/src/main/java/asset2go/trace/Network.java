package asset2go.trace;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address or a network in CIDR notation (RFC 4632), such as {@code 10.0.0.0/8} or {@code ::1}.
 */
public final class Network {

  private static final Pattern IPV4 = Pattern.compile("\\d{1,3}([.]\\d{1,3}){3}");
  private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");
  private static final Pattern PREFIX = Pattern.compile("\\d{1,3}");

  private final byte[] address;
  private final int bits;

  private Network(byte[] address, int bits) {
    this.address = address;
    this.bits = bits;
  }

  /** The one that a text names; nothing where it names none. */
  public static Optional<Network> parse(String cidr) {
    int slash = cidr.indexOf('/');
    Optional<byte[]> address = bytes(slash < 0 ? cidr : cidr.substring(0, slash));
    if (address.isEmpty() || slash < 0) {
      return address.map(all -> new Network(all, all.length * Byte.SIZE));
    }
    String prefix = cidr.substring(slash + 1);
    return address
        .filter(all -> PREFIX.matcher(prefix).matches())
        .map(all -> new Network(all, Integer.parseInt(prefix)))
        .filter(network -> network.bits <= network.address.length * Byte.SIZE);
  }

  /** Whether the address is in it; a text that is no address is not. */
  boolean contains(String candidate) {
    return bytes(candidate).filter(this::contains).isPresent();
  }

  private boolean contains(byte[] other) {
    if (other.length != address.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> (bit % Byte.SIZE);
      if ((other[bit / Byte.SIZE] & mask) != (address[bit / Byte.SIZE] & mask)) {
        return false;
      }
    }
    return true;
  }

  // Only what cannot be a name: that would be looked up in the DNS.
  private static Optional<byte[]> bytes(String literal) {
    if (!IPV4.matcher(literal).matches() && !IPV6.matcher(literal).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(literal).getAddress());
    } catch (UnknownHostException noAddress) {
      return Optional.empty();
    }
  }
}
