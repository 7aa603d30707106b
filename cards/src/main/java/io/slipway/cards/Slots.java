package io.slipway.cards;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a template may ask of a type: its record components and its methods marked as slots. */
final class Slots {
    private static final ClassValue<Slots> KNOWN = new ClassValue<>() {
        @Override
        protected Slots computeValue(Class<?> type) {
            return new Slots(type);
        }
    };

    private final Map<String, Method> readers = new TreeMap<>();

    private Slots(Class<?> type) {
        if (type.isRecord()) {
            for (RecordComponent component : type.getRecordComponents()) {
                add(component.getAccessor());
            }
        }
        for (Method method : type.getDeclaredMethods()) {
            if (method.isAnnotationPresent(Slot.class)) {
                add(method);
            }
        }
    }

    private void add(Method reader) {
        reader.setAccessible(true);
        readers.put(reader.getName(), reader);
    }

    /** The type of what the path leads to; the path's names are looked up one after the other. */
    static Type typeOf(Class<?> owner, String path) {
        Type type = owner;
        for (String name : path.split("\\.")) {
            Slots slots = KNOWN.get(plain(type));
            Method reader = slots.readers.get(name);
            if (reader == null) {
                throw new IllegalStateException("unknown slot ${" + path + "}: " + owner.getSimpleName() + " has no "
                        + name + ", there are " + slots.readers.keySet());
            }
            type = reader.getGenericReturnType();
        }
        return type;
    }

    /** What the path leads to; an empty Optional is an empty text. */
    static Object read(Object owner, String path) {
        Object value = owner;
        for (String name : path.split("\\.")) {
            value = KNOWN.get(value.getClass()).call(name, value);
            value = value instanceof Optional<?> optional
                    ? optional.<Object>map(v -> v).orElse("")
                    : value;
        }
        return value;
    }

    private Object call(String name, Object owner) {
        try {
            return readers.get(name).invoke(owner);
        } catch (IllegalAccessException | InvocationTargetException impossible) {
            throw new IllegalStateException("slot " + name + " cannot be read", impossible);
        }
    }

    /** The records that a list holds, if the type is such a list. */
    static Optional<Class<?>> element(Type type) {
        return type instanceof ParameterizedType list && list.getRawType() == List.class
                ? Optional.of(plain(list.getActualTypeArguments()[0]))
                : Optional.empty();
    }

    /** The class of a type; what is optional counts as what it may hold. */
    static Class<?> plain(Type type) {
        if (type instanceof ParameterizedType optional && optional.getRawType() == Optional.class) {
            return plain(optional.getActualTypeArguments()[0]);
        }
        return type instanceof ParameterizedType generic ? (Class<?>) generic.getRawType() : (Class<?>) type;
    }
}
