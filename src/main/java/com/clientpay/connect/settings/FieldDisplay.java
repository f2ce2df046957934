package com.clientpay.connect.settings;

import java.util.Set;

/** Where one Connect field is to be shown; a list of them is also the order. */
public record FieldDisplay(String name, Set<Place> shownOn) {}
