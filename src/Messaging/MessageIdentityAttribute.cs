namespace Messaging;

/// <summary>Gives a message type a stable name, so that the class can be renamed or moved while messages of it are waiting.</summary>
/// <param name="name">The name stored with every message of the type.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class MessageIdentityAttribute(string name) : Attribute
{
    /// <summary>The name stored with every message of the type.</summary>
    public string Name { get; } = name;

    internal static string NameOf(Type messageType) =>
        messageType.GetCustomAttributes(typeof(MessageIdentityAttribute), inherit: false) is [MessageIdentityAttribute identity]
            ? identity.Name
            : messageType.FullName ?? messageType.Name;
}
