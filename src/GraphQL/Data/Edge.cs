namespace GraphQL.Data;

/// <summary>An item of a page and the cursor that continues after or before it.</summary>
/// <typeparam name="T">The item's type.</typeparam>
/// <param name="Node">The item.</param>
/// <param name="Cursor">The opaque position of the item in the whole list.</param>
public sealed record Edge<T>(T Node, string Cursor);
