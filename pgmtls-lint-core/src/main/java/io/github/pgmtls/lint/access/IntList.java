package io.github.pgmtls.lint.access;

import java.util.Arrays;

/** A list of ints that grows. */
final class IntList {

    private int[] values;
    private int size;

    IntList() {
        this(8);
    }

    IntList(int capacity) {
        values = new int[Math.max(4, capacity)];
    }

    static IntList of(int value) {
        IntList list = new IntList(1);
        list.add(value);
        return list;
    }

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }

    int get(int index) {
        return values[index];
    }

    void set(int index, int value) {
        values[index] = value;
    }

    void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size + (size >> 1) + 4);
        }
        values[size++] = value;
    }

    void addAll(IntList others) {
        for (int i = 0; i < others.size; i++) {
            add(others.values[i]);
        }
    }

    void addNew(int value) {
        if (!contains(value)) {
            add(value);
        }
    }

    boolean contains(int value) {
        return indexOf(value) >= 0;
    }

    int indexOf(int value) {
        for (int i = 0; i < size; i++) {
            if (values[i] == value) {
                return i;
            }
        }
        return -1;
    }

    void clear() {
        size = 0;
    }

    int[] toArray() {
        return Arrays.copyOf(values, size);
    }
}
