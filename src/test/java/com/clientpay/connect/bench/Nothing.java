package com.clientpay.connect.bench;

/** An empty program: what a JVM alone takes to start and end. */
final class Nothing {
    private Nothing() {}

    public static void main(String[] arguments) {}
}
