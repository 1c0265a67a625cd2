package io.soam.web.sources;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    @Test
    void quotesOnlyWhatNeedsIt() {
        assertThat(Csv.line(1, "a", null, "b,c", "say \"x\"", -5))
                .isEqualTo("1,a,,\"b,c\",\"say \"\"x\"\"\",-5\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@sum", "\tx"})
    void takesAFormulaItsPower(String name) {
        assertThat(Csv.line(name)).isEqualTo("'" + name + "\r\n");
    }

    @Test
    void keepsAnAddressToWhatThereIs() {
        SourceSearch search = new SourceSearch();
        search.setStatus("nonsense");
        search.setSort("-drop table");
        search.setText("  a&b ");
        assertThat(search.getLink()).isEqualTo("?q=a%26b");
        search.setSort("-status");
        assertThat(search.withStatus("error")).isEqualTo("?q=a%26b&status=error&sort=-status");
        assertThat(search.getWithDisabled()).isEqualTo("?q=a%26b&disabled=true&sort=-status");
        assertThat(search.getWithoutText()).isEqualTo("?sort=-status");
    }
}
