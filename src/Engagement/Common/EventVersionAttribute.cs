namespace Engagement.Common;

/// <summary>
/// The version of an event's shape, where it is not the first. Written as the end of its alias, as in <c>view_captured_v2</c>; what was written
/// in an older shape is read through the module's upcasters.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class EventVersionAttribute(int version) : Attribute
{
    public int Version { get; } = version;
}
