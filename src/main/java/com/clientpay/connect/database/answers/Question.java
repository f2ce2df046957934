package com.clientpay.connect.database.answers;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a system's pack asks the firm about one kind of thing, such as its bank accounts.
 *
 * @param subject its short name: {@code BANK_ACCOUNT}
 * @param title what it is about, in the plural
 * @param text the one question for all its items
 * @param newItems whether the firm enters the items itself, because nobody knows where the system keeps them
 * @param items those of the books, as they are now; or those that were entered
 */
public record Question(
        String subject, String title, String text, boolean newItems, List<Choice> choices, List<Item> items) {

    /** An answer that is allowed. */
    public record Choice(String answer, String meaning) {}

    /** The allowed answer that somebody typed, in whatever case. */
    public Optional<String> choice(String typed) {
        return choices.stream()
                .map(Choice::answer)
                .filter(answer -> answer.equals(typed.strip().toUpperCase(Locale.ROOT)))
                .findFirst();
    }

    /** The item of this id. */
    public Optional<Item> item(String id) {
        return items.stream().filter(item -> item.id().equals(id)).findFirst();
    }

    /** The item that somebody may have meant by an id that is none: it differs from it only in case. */
    public Optional<Item> itemButForCase(String id) {
        return item(id).isPresent()
                ? Optional.empty()
                : items.stream().filter(item -> item.id().equalsIgnoreCase(id)).findFirst();
    }

    /** How many items in use nobody has classified. */
    public long unanswered() {
        return items.stream()
                .filter(item -> item.active() && item.kept().isEmpty())
                .count();
    }

    /** The items whose answers the books contradict by now, and nobody has confirmed. */
    public List<Item> unconfirmed() {
        return items.stream()
                .filter(item -> item.kept()
                        .filter(kept -> kept.confirmation().isEmpty()
                                && item.contradiction(kept.answer()).isPresent())
                        .isPresent())
                .toList();
    }

    /** The allowed answers, with commas. */
    public String allowed() {
        return String.join(", ", choices.stream().map(Choice::answer).toList());
    }
}
