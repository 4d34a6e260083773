package asset2go.trace;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** An address or a network in CIDR notation, such as {@code 10.0.0.0/8} or {@code ::1}. */
record Network(byte[] address, int bits) {

  /** Digits only: a name would be looked up in the DNS. */
  private static final Pattern LITERAL = Pattern.compile("[0-9a-fA-F:.]+");

  static Network of(String cidr) {
    int slash = cidr.indexOf('/');
    byte[] address = bytes(slash < 0 ? cidr : cidr.substring(0, slash));
    int bits = slash < 0 ? address.length * 8 : Integer.parseInt(cidr.substring(slash + 1));
    return new Network(address, bits);
  }

  boolean contains(String candidate) {
    if (!LITERAL.matcher(candidate).matches()) {
      return false;
    }
    byte[] other = bytes(candidate);
    if (other.length != address.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> (bit % 8);
      if ((other[bit / 8] & mask) != (address[bit / 8] & mask)) {
        return false;
      }
    }
    return true;
  }

  private static byte[] bytes(String literal) {
    try {
      return InetAddress.getByName(literal).getAddress();
    } catch (UnknownHostException e) {
      return new byte[0];
    }
  }
}
