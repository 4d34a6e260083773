package asset2go.worker;

import jakarta.ejb.Singleton;

/** Makes this an EJB module until the processors land. */
@Singleton
class Placeholder {}
