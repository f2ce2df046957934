package com.clientpay.connect.settings;

import com.clientpay.connect.database.Row;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Set;
import java.util.TreeSet;

/**
 * A Connect field: what the firm's system knows of a matter or an invoice, and where it is shown.
 *
 * @param name as {@code by} names it
 * @param label as people read it
 * @param type TEXT, NUMBER or DATE, as the script pack says
 * @param searchable whether {@code by} may name it
 * @param contains whether {@code match=contains} may be used on it
 * @param position its place in the firm's order, from 1
 * @param shownOn in the order of {@link Place}
 */
public record ConnectField(
        String name,
        String label,
        String type,
        boolean searchable,
        @JsonIgnore boolean contains,
        int position,
        Set<Place> shownOn) {

    static ConnectField read(Row row, int position) {
        Set<Place> shownOn = new TreeSet<>();
        add(shownOn, Place.CONNECT, row.flag("OnConnect"));
        add(shownOn, Place.PAYMENT_PAGES, row.flag("OnPaymentPages"));
        add(shownOn, Place.PAYMENT_MANAGER, row.flag("OnPaymentManager"));
        add(shownOn, Place.RECEIPTS, row.flag("OnReceipts"));
        return new ConnectField(
                row.text("Name"),
                row.text("Label"),
                row.text("Type"),
                row.flag("Searchable"),
                row.flag("Contains"),
                position,
                shownOn);
    }

    private static void add(Set<Place> places, Place place, boolean shown) {
        if (shown) {
            places.add(place);
        }
    }

    FieldDisplay display() {
        return new FieldDisplay(name, shownOn);
    }
}
