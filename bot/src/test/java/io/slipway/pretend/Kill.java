package io.slipway.pretend;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/** Ends the service at a chosen moment: just before or just after one call of a port. */
public final class Kill {

    private int calls;
    private int at = -1;

    /** Nothing after this runs: not an exception that anybody handles. */
    public static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** Even moments are before a call takes effect, odd ones after it. */
    public void at(int moment) {
        at = moment;
    }

    /** How many moments there were. */
    public int moments() {
        return calls * 2;
    }

    /** The port, with the kill before and after each call. */
    public <P> P around(Class<P> port, P real) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(),
                new Class<?>[] {port},
                (proxy, method, arguments) -> call(real, method, arguments)));
    }

    private Object call(Object real, Method method, Object[] arguments) throws Throwable {
        int before = calls * 2;
        calls++;
        if (before == at) {
            throw new Killed();
        }
        try {
            Object answer = method.invoke(real, arguments);
            if (before + 1 == at) {
                throw new Killed();
            }
            return answer;
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }
}
