using System.Reflection;

namespace Messaging;

/// <summary>
/// The classes that handle messages. A handler is a class with public methods named <c>Handle</c> or <c>HandleAsync</c>, instance or
/// static, that return nothing, a Task or a ValueTask. The first parameter is the message; the others, in any order, are a
/// <see cref="MessageContext"/>, an <see cref="Envelope"/>, an <see cref="IMessageBus"/>, a CancellationToken, or services. Its
/// constructor takes services too. One instance is made for each message.
/// </summary>
public sealed class HandlerRegistry
{
    private readonly List<Type> _types = [];

    internal IReadOnlyList<Type> Types => _types;

    /// <summary>Adds every public class of an assembly whose name ends in <c>Handler</c> and that declares a handling method.</summary>
    public void AddFrom(Assembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        foreach (var type in assembly.GetExportedTypes())
        {
            var isConcrete = type.IsClass && !type.ContainsGenericParameters && (!type.IsAbstract || IsStatic(type));
            if (isConcrete && type.Name.EndsWith("Handler", StringComparison.Ordinal) && HandlingMethods(type).Any())
                Add(type);
        }
    }

    /// <summary>Adds one class, whatever its name.</summary>
    public void Add<THandler>() where THandler : class => Add(typeof(THandler));

    /// <summary>Adds one class, whatever its name. This is the way for a static class, which cannot be a type argument.</summary>
    public void Add(Type handlerType)
    {
        ArgumentNullException.ThrowIfNull(handlerType);
        if (!_types.Contains(handlerType))
            _types.Add(handlerType);
    }

    // Inherited methods are left out: a framework's base class may have a public HandleAsync that has nothing to do with messages.
    internal static IEnumerable<MethodInfo> HandlingMethods(Type type) => type
        .GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
        .Where(method => method.Name is "Handle" or "HandleAsync");

    internal static bool IsStatic(Type type) => type is { IsAbstract: true, IsSealed: true };
}
