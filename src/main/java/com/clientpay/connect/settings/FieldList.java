package com.clientpay.connect.settings;

import java.util.List;

/**
 * Every Connect field in the firm's order.
 *
 * @param version that of order and display together; one more after each change
 */
public record FieldList(List<ConnectField> fields, long version) {

    List<FieldDisplay> displays() {
        return fields.stream().map(ConnectField::display).toList();
    }
}
