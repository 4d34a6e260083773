package asset2go.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Who counts as one who reports. */
final class ReportLimitTest {

  @Test
  void ofIpv6TheNetworkCounts() {
    assertThat(ReportLimit.address("2001:db8:1:2:3:4:5:6"))
        .isEqualTo(ReportLimit.address("2001:db8:1:2::9"))
        .isNotEqualTo(ReportLimit.address("2001:db8:1:3::9"));
  }

  @Test
  void ofIpv4EachAddressCounts() {
    assertThat(ReportLimit.address("192.0.2.1")).isNotEqualTo(ReportLimit.address("192.0.2.2"));
  }

  @Test
  void aUserIsNoAddress() {
    assertThat(ReportLimit.user("192.0.2.1")).isNotEqualTo(ReportLimit.address("192.0.2.1"));
  }

  @Test
  void whatIsNoAddressCountsAsItStands() {
    assertThat(ReportLimit.address("gar:bage")).isEqualTo("address gar:bage");
  }
}
