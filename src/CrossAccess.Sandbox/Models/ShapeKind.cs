namespace CrossAccess.Sandbox.Models;

internal enum ShapeKind { Structure, List, Map, String, Integer, Boolean, Timestamp, Document }
