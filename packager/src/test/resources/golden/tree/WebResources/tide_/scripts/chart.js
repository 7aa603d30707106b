function chart() {}
