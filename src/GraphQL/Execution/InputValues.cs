using System.Collections;
using System.Collections.Immutable;
using System.ComponentModel;
using System.Runtime.InteropServices;
using GraphQL.Data;

namespace GraphQL.Execution;

/// <summary>What generated code uses to turn coerced values into what resolvers take.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class InputValues
{
    /// <summary>A field of an input object; null when it was not given.</summary>
    /// <param name="fields">The input object's fields.</param>
    /// <param name="name">The field's name.</param>
    /// <returns>The value.</returns>
    public static object? Get(IReadOnlyDictionary<string, object?> fields, string name)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return fields.TryGetValue(name, out var value) ? value : null;
    }

    /// <summary>A field of an input object that may be left out.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="fields">The input object's fields.</param>
    /// <param name="name">The field's name.</param>
    /// <param name="isNullable">Whether null is a value.</param>
    /// <param name="read">Reads the value.</param>
    /// <returns>The value, if it was given.</returns>
    /// <exception cref="GraphQLException">Null was given and is no value.</exception>
    public static Optional<T> Optional<T>(IReadOnlyDictionary<string, object?> fields, string name, bool isNullable, Func<object?, T> read)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return fields.TryGetValue(name, out var value) ? Given(name, value, isNullable, read) : default;
    }

    /// <summary>An argument that may be left out.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="context">The field.</param>
    /// <param name="name">The argument's name.</param>
    /// <param name="isNullable">Whether null is a value.</param>
    /// <param name="read">Reads the value.</param>
    /// <returns>The value, if it was given.</returns>
    /// <exception cref="GraphQLException">Null was given and is no value.</exception>
    public static Optional<T> Optional<T>(IResolverContext context, string name, bool isNullable, Func<object?, T> read)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.HasArgument(name) ? Given(name, context.Argument<object?>(name), isNullable, read) : default;
    }

    /// <summary>Makes an array of a coerced list.</summary>
    /// <typeparam name="T">The item's type.</typeparam>
    /// <param name="list">The coerced list.</param>
    /// <param name="read">Reads one item.</param>
    /// <returns>The array.</returns>
    public static T[] ToArray<T>(object list, Func<object?, T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        var items = (IReadOnlyList<object?>)list;
        var array = new T[items.Count];
        for (var i = 0; i < array.Length; i++)
            array[i] = read(items[i]);
        return array;
    }

    /// <summary>Makes a list of a coerced list.</summary>
    /// <typeparam name="T">The item's type.</typeparam>
    /// <param name="list">The coerced list.</param>
    /// <param name="read">Reads one item.</param>
    /// <returns>The list.</returns>
    public static List<T> ToList<T>(object list, Func<object?, T> read) => [.. ToArray(list, read)];

    /// <summary>Makes a set of a coerced list.</summary>
    /// <typeparam name="T">The item's type.</typeparam>
    /// <param name="list">The coerced list.</param>
    /// <param name="read">Reads one item.</param>
    /// <returns>The set.</returns>
    public static HashSet<T> ToHashSet<T>(object list, Func<object?, T> read) => [.. ToArray(list, read)];

    /// <summary>Makes an immutable array of a coerced list.</summary>
    /// <typeparam name="T">The item's type.</typeparam>
    /// <param name="list">The coerced list.</param>
    /// <param name="read">Reads one item.</param>
    /// <returns>The array.</returns>
    public static ImmutableArray<T> ToImmutableArray<T>(object list, Func<object?, T> read) =>
        ImmutableCollectionsMarshal.AsImmutableArray(ToArray(list, read));

    /// <summary>Writes each identifier of a list as a global one.</summary>
    /// <param name="ids">The objects' own identifiers.</param>
    /// <param name="typeName">The object type's name.</param>
    /// <returns>The global identifiers, or null for null.</returns>
    public static IReadOnlyList<string?>? Identify(IEnumerable? ids, string typeName) =>
        ids is null ? null : [.. ids.Cast<object?>().Select(id => id is null ? null : NodeId.Encode(typeName, id))];

    private static Optional<T> Given<T>(string name, object? value, bool isNullable, Func<object?, T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        return value is not null || isNullable
            ? new Optional<T>(read(value))
            : throw new GraphQLException($"\"{name}\" must not be null; leave it out to say nothing about it.", ErrorCodes.ArgumentInvalid);
    }
}
