namespace EventStore;

internal enum FlatChangeKind : byte
{
    None,
    Set,
    Add,
}
