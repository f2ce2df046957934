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
                "'=1+1,'+cmd,'-cmd,'@x,\"\t'=x\",\"a;'=x\",a-x\r\n",
                Csv.line(List.of("=1+1", "+cmd", "-cmd", "@x", "\t=x", "a;=x", "a-x")));
    }

    @Test
    void what_a_terminal_would_obey_is_replaced_by_its_number() {
        assertEquals("\\u001b[31m,\\u000dx,\"a\nb\"\r\n", Csv.line(List.of("\u001b[31m", "\rx", "a\r\nb")));
    }

    @Test
    void amounts_stay_numbers() {
        assertEquals("-12.50,+3,0.00\r\n", Csv.line(List.of("-12.50", "+3", "0.00")));
    }
}
