namespace CrossAccess; internal static class Placeholder { }
