package io.slipway.brokenhouse.store;

/** A door with too many methods. */
interface WideDoor {

    void one();

    void two();

    void three();

    void four();

    void five();

    void six();

    void seven();
}
