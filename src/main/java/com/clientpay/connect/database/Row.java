package com.clientpay.connect.database;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The current row of a procedure's answer, read by column name. A column that is missing, null where a value is due, or
 * of another type than asked is a {@link ContractBrokenException}: never a guessed value.
 */
public final class Row {
    private final Procedure procedure;
    private final ResultSet results;
    /** Found at the first row that is asked for them. */
    private List<String> furtherColumns;

    Row(Procedure procedure, ResultSet results) {
        this.procedure = procedure;
        this.results = results;
    }

    public String text(String column) {
        return required(column, optionalText(column));
    }

    /** Null becomes empty; so does a text of nothing but blanks (char columns are padded). */
    public Optional<String> optionalText(String column) {
        return read(column, String.class).map(String::stripTrailing).filter(s -> !s.isEmpty());
    }

    /** Of what people read, and nothing is done by: books have rows without a name. Null becomes the empty text. */
    public String textOrBlank(String column) {
        return optionalText(column).orElse("");
    }

    public <E extends Enum<E>> E oneOf(Class<E> type, String column) {
        String value = text(column);
        try {
            return Enum.valueOf(type, value);
        } catch (IllegalArgumentException e) {
            throw new ContractBrokenException(procedure, "column " + column + " says " + value, e);
        }
    }

    /** Scale 2; more decimals than that are a broken contract, not a rounding. */
    public BigDecimal money(String column) {
        return required(column, optionalMoney(column));
    }

    public Optional<BigDecimal> optionalMoney(String column) {
        return read(column, BigDecimal.class).map(amount -> {
            try {
                return amount.setScale(2);
            } catch (ArithmeticException e) {
                throw new ContractBrokenException(procedure, "column " + column + " has more than two decimals", e);
            }
        });
    }

    public LocalDate date(String column) {
        return required(column, optionalDate(column));
    }

    public Optional<LocalDate> optionalDate(String column) {
        return read(column, LocalDate.class);
    }

    public Instant instant(String column) {
        return required(column, optionalInstant(column));
    }

    public Optional<Instant> optionalInstant(String column) {
        return read(column, LocalDateTime.class).map(utc -> utc.toInstant(ZoneOffset.UTC));
    }

    public boolean flag(String column) {
        return required(column, read(column, Boolean.class));
    }

    public long number(String column) {
        return required(column, read(column, Long.class));
    }

    public Optional<Long> optionalNumber(String column) {
        return read(column, Long.class);
    }

    public Optional<byte[]> optionalBytes(String column) {
        return read(column, byte[].class);
    }

    /** The columns beyond those of the contract, by name: the firm's own Connect fields. */
    public Map<String, Optional<String>> furtherColumns() {
        if (furtherColumns == null) {
            furtherColumns = findFurtherColumns();
        }
        Map<String, Optional<String>> further = new LinkedHashMap<>();
        furtherColumns.forEach(name -> further.put(name, optionalText(name)));
        return further;
    }

    private List<String> findFurtherColumns() {
        List<String> names = new ArrayList<>();
        try {
            var meta = results.getMetaData();
            for (int i = 1; i <= meta.getColumnCount(); i++) {
                String name = meta.getColumnLabel(i);
                if (procedure.columns().stream().noneMatch(c -> c.name().equalsIgnoreCase(name))) {
                    names.add(name);
                }
            }
        } catch (SQLException e) {
            throw new ContractBrokenException(procedure, "its columns cannot be listed", e);
        }
        return names;
    }

    private <T> Optional<T> read(String column, Class<T> type) {
        try {
            return Optional.ofNullable(results.getObject(column, type));
        } catch (SQLException e) {
            if (ErrorKind.of(e) != ErrorKind.OTHER) {
                throw new Transaction.Failed(procedure, e); // values come over the network while they are read
            }
            throw new ContractBrokenException(procedure, "column " + column + " is missing or of another type", e);
        }
    }

    private <T> T required(String column, Optional<T> value) {
        return value.orElseThrow(() ->
                new ContractBrokenException(procedure, "column " + column + " is empty where a value is due", null));
    }
}
