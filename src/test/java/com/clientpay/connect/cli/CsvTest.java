package com.clientpay.connect.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTest {
    @Test
    void cells_with_commas_quotes_and_line_breaks_are_quoted() {
        assertEquals(
                "a,\"b,c\",\"say \"\"yes\"\"\",\"two\nlines\",\r\n",
                Csv.line(List.of("a", "b,c", "say \"yes\"", "two\nlines", "")));
    }

    @Test
    void what_a_spreadsheet_would_run_gets_an_apostrophe() {
        assertEquals(
                "'=1+1,'+cmd,'-cmd,'@x,'\tx,\"'\rx\"\r\n",
                Csv.line(List.of("=1+1", "+cmd", "-cmd", "@x", "\tx", "\rx")));
    }

    @Test
    void amounts_stay_numbers() {
        assertEquals("-12.50,+3,0.00\r\n", Csv.line(List.of("-12.50", "+3", "0.00")));
    }
}
