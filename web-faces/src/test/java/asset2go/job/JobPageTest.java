package asset2go.job;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JobPageTest {
  @Test
  void anIdOfAnotherProgramMayHaveAnyLetters() {
    assertThat(JobPage.address("bulk", "repeat:a/b?c=1&d#e"))
        .isEqualTo("/jobs/bulk/job?id=repeat:a%2Fb%3Fc%3D1%26d%23e");
  }
}
