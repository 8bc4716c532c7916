using System.Runtime.CompilerServices;
using GraphQL.Execution;
using GraphQL.Language;
using GraphQL.Server;
using GraphQL.TypeSystem;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>
/// The second way to a schema: GraphQL text, and resolvers for those of its fields that are not simply read from their parent. Both ways
/// may be mixed in one schema. A field without a resolver is read by its name from a dictionary, a JSON object or a public property.
/// </summary>
public static class SchemaFirstExtensions
{
    /// <summary>Adds definitions and extensions written as GraphQL text.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="sdl">Type-system definitions.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="GraphQLSyntaxException">The text is not GraphQL; thrown when the schema is built.</exception>
    public static GraphQLBuilder AddDocumentFromString(this GraphQLBuilder builder, string sdl)
    {
        ArgumentNullException.ThrowIfNull(sdl);
        return Configure(builder, schema => schema.AddSdl(sdl));
    }

    /// <summary>Adds definitions and extensions from a file of GraphQL text, which is read when the schema is built.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="filePath">The file's path.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="GraphQLSyntaxException">The text is not GraphQL; thrown when the schema is built.</exception>
    public static GraphQLBuilder AddDocumentFromFile(this GraphQLBuilder builder, string filePath)
    {
        ArgumentNullException.ThrowIfNull(filePath);
        return Configure(builder, schema => schema.AddSdl(File.ReadAllText(filePath)));
    }

    /// <summary>Adds a type made in code, such as a <see cref="ScalarType"/> that gives a scalar of the text its meaning.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="type">The type. Where the text defines a scalar of the same name, both are one.</param>
    /// <returns>The builder.</returns>
    public static GraphQLBuilder AddType(this GraphQLBuilder builder, NamedType type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return Configure(builder, schema => schema.AddType(type));
    }

    /// <summary>Gives a field its resolver. JSON that it returns is read like the values it stands for.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="typeName">The object type's name.</param>
    /// <param name="fieldName">The field's name. That there is none such is reported when the schema is built.</param>
    /// <param name="resolver">Works out the value without waiting.</param>
    /// <returns>The builder.</returns>
    public static GraphQLBuilder AddResolver(
        this GraphQLBuilder builder, string typeName, string fieldName, Func<IResolverContext, object?> resolver)
    {
        ArgumentNullException.ThrowIfNull(resolver);
        return Configure(builder, schema => schema.ConfigureField(
            typeName, fieldName, field => field.SyncResolver = context => PlainValues.Of(resolver(context))));
    }

    /// <summary>Gives a field its resolver. JSON that it returns is read like the values it stands for.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="builder">The builder.</param>
    /// <param name="typeName">The object type's name.</param>
    /// <param name="fieldName">The field's name. That there is none such is reported when the schema is built.</param>
    /// <param name="resolver">Works out the value.</param>
    /// <returns>The builder.</returns>
    [OverloadResolutionPriority(2)]
    public static GraphQLBuilder AddResolver<T>(
        this GraphQLBuilder builder, string typeName, string fieldName, Func<IResolverContext, ValueTask<T>> resolver)
    {
        ArgumentNullException.ThrowIfNull(resolver);
        return Configure(builder, schema => schema.ConfigureField(
            typeName, fieldName, field => field.Resolver = async context => PlainValues.Of(await resolver(context).ConfigureAwait(false))));
    }

    /// <summary>Gives a field its resolver. JSON that it returns is read like the values it stands for.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="builder">The builder.</param>
    /// <param name="typeName">The object type's name.</param>
    /// <param name="fieldName">The field's name. That there is none such is reported when the schema is built.</param>
    /// <param name="resolver">Works out the value.</param>
    /// <returns>The builder.</returns>
    [OverloadResolutionPriority(1)]
    public static GraphQLBuilder AddResolver<T>(
        this GraphQLBuilder builder, string typeName, string fieldName, Func<IResolverContext, Task<T>> resolver)
    {
        ArgumentNullException.ThrowIfNull(resolver);
        return builder.AddResolver(typeName, fieldName, context => new ValueTask<T>(resolver(context)));
    }

    /// <summary>
    /// Gives a field of the subscription type its events. An event is the field's value, unless the field has a resolver as well, which then
    /// finds the event as its parent. The next event is asked for when the result before it has been taken.
    /// </summary>
    /// <typeparam name="T">The event's type.</typeparam>
    /// <param name="builder">The builder.</param>
    /// <param name="typeName">The subscription type's name.</param>
    /// <param name="fieldName">The field's name. That there is none such is reported when the schema is built.</param>
    /// <param name="subscriber">Opens the stream of events.</param>
    /// <returns>The builder.</returns>
    public static GraphQLBuilder AddSubscriber<T>(
        this GraphQLBuilder builder, string typeName, string fieldName, Func<IResolverContext, IAsyncEnumerable<T>> subscriber)
    {
        ArgumentNullException.ThrowIfNull(subscriber);
        return Configure(builder, schema => schema.ConfigureField(typeName, fieldName, field =>
        {
            field.Subscriber = context => SubscriptionSource.Of(subscriber(context));
            if (field is { Resolver: null, SyncResolver: null })
                field.SyncResolver = context => PlainValues.Of(context.Parent);
        }));
    }

    /// <summary>
    /// Tells the object types behind an interface or union apart. Without it, a dictionary or JSON object says its type as
    /// <c>__typename</c>, and any other value by its class: the one bound to the type, or named like it.
    /// </summary>
    /// <param name="builder">The builder.</param>
    /// <param name="typeName">The name of the interface or union.</param>
    /// <param name="resolveTypeName">Names the object type of a value; null when it is of none.</param>
    /// <returns>The builder.</returns>
    public static GraphQLBuilder AddTypeResolver(this GraphQLBuilder builder, string typeName, Func<object, string?> resolveTypeName)
    {
        ArgumentNullException.ThrowIfNull(resolveTypeName);
        return Configure(builder, schema => schema.ConfigureAbstract(typeName, resolveTypeName));
    }

    /// <summary>
    /// Lets a .NET type stand for a type of the text: a class for an object type, or a C# enum for an enum, whose <c>DARK_BLUE</c> then is
    /// <c>DarkBlue</c> in resolvers.
    /// </summary>
    /// <typeparam name="T">The .NET type.</typeparam>
    /// <param name="builder">The builder.</param>
    /// <param name="typeName">The GraphQL type's name; the .NET type's own when null.</param>
    /// <returns>The builder.</returns>
    public static GraphQLBuilder BindRuntimeType<T>(this GraphQLBuilder builder, string? typeName = null) =>
        Configure(builder, schema => schema.BindRuntimeType(typeof(T), typeName ?? typeof(T).Name));

    private static GraphQLBuilder Configure(GraphQLBuilder builder, Action<SchemaBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.ConfigureSchema(configure);
    }
}
