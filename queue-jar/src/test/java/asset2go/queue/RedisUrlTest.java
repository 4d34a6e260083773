package asset2go.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.HostAndPort;

class RedisUrlTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      nullValues = "-",
      value = {
        "redis://host                          | false | -    | -       | host:6379          | 0",
        "redis://host/                         | false | -    | -       | host:6379          | 0",
        "REDIS://Host.example.org.             | false | -    | -       | Host.example.org.:6379 | 0",
        "rediss://host:6380/15                 | true  | -    | -       | host:6380          | 15",
        "redis://user:pass@host                | false | user | pass    | host:6379          | 0",
        "redis://:pass@host                    | false | -    | pass    | host:6379          | 0",
        "redis://user:pa:ss@host               | false | user | pa:ss   | host:6379          | 0",
        "redis://u%3Aser:p%40s%2Fs%3F%23@host  | false | u:ser | p@s/s?# | host:6379         | 0",
        "redis://:a+b%2B%25@host               | false | -    | a+b+%   | host:6379          | 0",
        "redis://:p%C3%A4ss%F0%9F%98%80@host   | false | -    | päss😀  | host:6379          | 0",
        "redis://:päss@host                    | false | -    | päss    | host:6379          | 0",
        "redis://127.0.0.1:1/0                 | false | -    | -       | 127.0.0.1:1        | 0",
        "redis://[::1]:6380/2                  | false | -    | -       | ::1:6380           | 2",
        "redis://:p@[2001:db8::ffff:10.0.0.1]  | false | -    | p       | 2001:db8::ffff:10.0.0.1:6379 | 0",
        "redis://[fe80::1%eth0]:6380           | false | -    | -       | fe80::1%eth0:6380  | 0",
        "redis://redis_1.my-net:65535          | false | -    | -       | redis_1.my-net:65535 | 0",
      })
  void oneServer(
      String url, boolean tls, String username, String password, String host, int database) {
    RedisUrl parts = RedisUrl.parse(url);
    assertThat(parts.kind()).isEqualTo(RedisUrl.Kind.SERVER);
    assertThat(parts.tls()).isEqualTo(tls);
    assertThat(parts.username()).isEqualTo(username);
    assertThat(parts.password()).isEqualTo(password);
    assertThat(parts.hosts()).singleElement().hasToString(host);
    assertThat(parts.database()).isEqualTo(database);
    RedisConfig config = parts.config();
    assertThat(config.username()).isEqualTo(username);
    assertThat(config.password()).isEqualTo(password);
    assertThat(config.database()).isEqualTo(database);
    assertThat(config.tls() != null).isEqualTo(tls);
  }

  @Test
  void sentinels() {
    RedisUrl parts =
        RedisUrl.parse(
            "rediss-sentinel://u:p@s1,[::1]:7,s3:8/my%2Fmain/2?sentinelUsername=a%26b&sentinelPassword=x%3Dy");
    assertThat(parts)
        .isEqualTo(
            new RedisUrl(
                RedisUrl.Kind.SENTINEL,
                true,
                "u",
                "p",
                List.of(
                    new HostAndPort("s1", 26379),
                    new HostAndPort("::1", 7),
                    new HostAndPort("s3", 8)),
                "my/main",
                2,
                Map.of("sentinelUsername", "a&b", "sentinelPassword", "x=y")));
    assertThat(parts.config().topology())
        .isEqualTo(new Topology.Sentinel(parts.hosts(), "my/main", "a&b", "x=y"));
  }

  @Test
  void clusters() {
    RedisUrl parts = RedisUrl.parse("redis-cluster://:p@n1:7000,n2/0?prefix=%7Bmine%7D");
    assertThat(parts.hosts())
        .containsExactly(new HostAndPort("n1", 7000), new HostAndPort("n2", 6379));
    assertThat(parts.config().topology().prefix()).isEqualTo("{mine}");
    assertThat(RedisUrl.parse("redis-cluster://n1").config().topology().prefix())
        .isEqualTo("{bull}");
  }

  @Test
  void nothingOfItShowsAPassword() {
    RedisUrl parts = RedisUrl.parse("redis-sentinel://u:secret@s1/main?sentinelPassword=secret2");
    assertThat(parts).hasToString("redis://[s1:26379]/main/0");
    assertThat(parts.config().toString()).doesNotContain("secret");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``                                              | is empty",
        "host                                            | has no scheme",
        "u:secret@host                                   | has no scheme",
        "://u:secret@host                                | has no scheme",
        "redis:u:secret@host                             | has no scheme",
        "redis:/u:secret@host                            | has no scheme",
        "http://u:secret@host                            | has an unknown scheme",
        "redisss://u:secret@host                         | has an unknown scheme",
        "redis+tls://u:secret@host                       | has an unknown scheme",
        "sentinel://u:secret@host/main                   | has an unknown scheme",
        "redis-clusters://u:secret@host                  | has an unknown scheme",
        "redis://u:se cret@host                          | holds a blank",
        "` redis://u:secret@host`                        | holds a blank",
        "redis://u:secret#@host                          | holds a #",
        "redis://u:secret@host#1                         | holds a #",
        "redis://u:sec/ret@host                          | has a / or a ? before its @",
        "redis://u:sec?ret@host                          | at a wrong place",
        "redis://u:sec@ret@host                          | has more than one @",
        "redis://u:secret@host/@1                        | has a database that is no number",
        "redis://u:secret@                               | names no host",
        "redis://                                        | names no host",
        "redis:///0                                      | names no host",
        "redis://u:secret@:6379                          | names an empty host",
        "redis://secret@host                             | has one word before its @",
        "redis://@host                                   | has one word before its @",
        "redis://secret:@host                            | has an empty password",
        "redis://:@host                                  | has an empty password",
        "redis://u:secret%@host                          | has a % without two",
        "redis://u:secret%zz@host                        | has a % without two",
        "redis://u:secret%4@host                         | has a % without two",
        "redis://u:secret%FF@host                        | no UTF-8",
        "redis://u:secret@host:                          | has a colon without a port",
        "redis://u:secret@host:port                      | has a port that is no number",
        "redis://u:secret@host:-1                        | has a port that is no number",
        "redis://u:secret@host:6379a                     | has a port that is no number",
        "redis://u:secret@host:0                         | has a port that is not between",
        "redis://u:secret@host:65536                     | has a port that is not between",
        "redis://u:secret@host:99999999999               | has a port that is no number",
        "redis://u:secret@::1                            | stands in brackets",
        "redis://u:secret@2001:db8::1                    | stands in brackets",
        "redis://u:secret@[::1                           | has a [ without its ]",
        "redis://u:secret@[]                             | hold no IPv6 address",
        "redis://u:secret@[host]                         | hold no IPv6 address",
        "redis://u:secret@[127.0.0.1]                    | hold no IPv6 address",
        "redis://u:secret@[::1]6379                      | between a ] and its port",
        "redis://u:secret@::1]                           | stands in brackets",
        "redis://u:secret@ho%20st                        | is no name and no number",
        "redis://u:secret@-host                          | is no name and no number",
        "redis://u:secret@ho$t                           | is no name and no number",
        "redis://u:secret@256.0.0.1                      | is no IPv4 address",
        "redis://u:secret@10.0.0                         | is no IPv4 address",
        "redis://u:secret@a,b                            | names several hosts",
        "redis://u:secret@host/-1                        | has a database that is no number",
        "redis://u:secret@host/zero                      | has a database that is no number",
        "redis://u:secret@host/9999999999                | has a database that is no number",
        "redis://u:secret@host/0/1                       | has too many parts",
        "redis://u:secret@host//0                        | has two slashes",
        "redis://u:secret@host?                          | has nothing behind its ?",
        "redis://u:secret@host?unknown=1                 | one server has none",
        "redis://u:secret@host/0?tls=true                | TLS is rediss://",
        "redis-sentinel://u:secret@host                  | names no master",
        "redis-sentinel://u:secret@host/                 | names no master",
        "redis-sentinel://u:secret@host,/main            | names an empty host",
        "redis-sentinel://u:secret@host,,b/main          | names an empty host",
        "redis-sentinel://u:secret@host,host/main        | names a host twice",
        "redis-sentinel://u:secret@host/main/x           | has a database that is no number",
        "redis-sentinel://u:secret@host/main/0/1         | has too many parts",
        "redis-sentinel://u:secret@host/main?sentinelPassword | has an option without a value",
        "redis-sentinel://u:secret@host/main?sentinelPassword= | has an option with an empty value",
        "redis-sentinel://u:secret@host/main?sentinelPassword=secret&sentinelPassword=secret | twice",
        "redis-sentinel://u:secret@host/main?sentinelUsername=a | without a sentinelPassword",
        "redis-sentinel://u:secret@host/main?sentinelPassword=sec@ret | at a wrong place",
        "redis-sentinel://u:secret@host/main?prefix=a    | sentinelUsername and sentinelPassword",
        "redis-cluster://u:secret@host/1                 | a cluster has one only",
        "redis-cluster://u:secret@host?prefix=bull       | has a prefix without braces",
        "redis-cluster://u:secret@host?prefix=%7B%7D     | has a prefix without braces",
        "redis-cluster://u:secret@host?slots=1           | there is prefix",
      })
  void whatIsNoAddressIsRefusedInASentenceWithoutItsPassword(String url, String why) {
    assertThatThrownBy(() -> RedisConfig.parse(url))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("The address of the Redis ")
        .hasMessageContaining(why)
        .hasMessageEndingWith(".")
        .hasMessageNotContainingAny("secret", "sec", "ret@")
        .hasNoCause();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"redis://u:secret@host\n", "redis://u:sec\u0000ret@host", "\u00a0redis://h"})
  void whatNobodySeesIsRefused(String url) {
    assertThatThrownBy(() -> RedisConfig.parse(url))
        .hasMessageContaining("a blank or a control character");
  }
}
