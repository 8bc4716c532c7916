namespace System.Runtime.CompilerServices;

// netstandard2.0 lacks the type that the compiler asks for when it meets init and records.
internal static class IsExternalInit;
