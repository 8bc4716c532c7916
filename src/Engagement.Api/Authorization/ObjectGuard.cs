using System.Collections;
using System.Collections.Frozen;
using Engagement.Api.AccessLog;
using GraphQL.Data;
using GraphQL.Execution;
using GraphQL.TypeSystem;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Api.Authorization;

/// <summary>
/// Stands behind every field that gives guarded things: those of a type whose fields ask for a permission, or of a kind with a rule. So a thing is
/// looked at however a client comes to it: by a list, an id, another thing, the result of a mutation or an update. One that may not be read is null, as
/// if it were not there, or left out of its list; where the schema promises one, the field is refused.
/// </summary>
internal sealed class ObjectGuard
{
    private readonly ObjectRules _rules;
    private readonly FrozenDictionary<Type, string> _permissions;

    private ObjectGuard(SchemaDefinition schema, ObjectRules rules)
    {
        _rules = rules;
        _permissions = schema.Types.OfType<ObjectType>()
            .Where(type => type.RuntimeType is not null && PermissionOf(type) is not null)
            .ToFrozenDictionary(type => type.RuntimeType!, type => PermissionOf(type)!);
    }

    /// <summary>Puts the guard behind the fields of a schema that is about to be built.</summary>
    /// <param name="builder">What builds it.</param>
    /// <param name="plan">The same schema, built once to be looked at.</param>
    /// <param name="rules">The rules of things.</param>
    public static void Protect(SchemaBuilder builder, SchemaDefinition plan, ObjectRules rules)
    {
        var guard = new ObjectGuard(plan, rules);
        foreach (var type in plan.Types.OfType<ObjectType>().Where(type => !type.IsIntrospection))
        {
            foreach (var field in type.Fields)
            {
                if (guard.Guards(plan, field) is { } authorization)
                    builder.ConfigureField(type.Name, field.Name, made => guard.Stand(type, made, authorization));
                else if (IsRoot(type))
                    builder.ConfigureField(type.Name, field.Name, made => made.Authorization ??= Nobody);
            }
        }
    }

    /// <summary>Whether the fields of a type are where operations begin.</summary>
    public static bool IsRoot(NamedType? type) => type?.Name is "Query" or "Mutation" or "Subscription";

    /// <summary>Whether a field gives any thing by its id: each kind has its own rule.</summary>
    public static bool IsNodeField(FieldDefinition field) => field is { Name: "node" or "nodes", DeclaringType.Name: "Query" };

    /// <summary>What a field gives, alone, in a list or in a page.</summary>
    public static Type? ThingOf(GraphQLType type) => IsPage(type.Named.RuntimeType) ? type.Named.RuntimeType!.GetGenericArguments()[0] : type.Named.RuntimeType;

    // Nobody said who may have it, so nobody may.
    private static AuthorizationRequirement Nobody { get; } = new(Permission: null, AllowAnonymous: false);

    private static AuthorizationRequirement Everybody { get; } = new(Permission: null, AllowAnonymous: true);

    private static bool IsPage(Type? type) =>
        type is { IsGenericType: true } && type.GetGenericTypeDefinition() is { } generic && (generic == typeof(Connection<>) || generic == typeof(Edge<>));

    private static string? PermissionOf(ObjectType type) => IsRoot(type)
        ? null
        : (type.Fields.TryGet("id", out var id) ? id : type.Fields[0]).Authorization?.Permission;

    /// <summary>The rule of a field that gives guarded things and has none of its own; null for a field that gives none.</summary>
    private AuthorizationRequirement? Guards(SchemaDefinition schema, FieldDefinition field)
    {
        var named = field.Type.Named;
        Type?[] things = named is IAbstractType ? [.. schema.GetPossibleTypes(named).Select(type => type.RuntimeType)] : [ThingOf(field.Type)];
        var guarded = things.OfType<Type>().Where(thing => _permissions.ContainsKey(thing) || _rules.Of(thing) is not null).ToArray();
        if (guarded.Length == 0)
            return null;
        return guarded.Length == 1 && _permissions.TryGetValue(guarded[0], out var permission) ? new(permission, AllowAnonymous: false) : Everybody;
    }

    private void Stand(ObjectType type, FieldDefinition field, AuthorizationRequirement authorization)
    {
        field.Authorization ??= IsRoot(type) ? Nobody : authorization;

        // The page has been looked at where it was given.
        if (IsPage(type.RuntimeType))
            return;
        if (field.Subscriber is { } subscribe)
        {
            field.Subscriber = context => UpdatesAsync(subscribe(context), context);
            return;
        }

        var (resolve, resolveNow) = (field.Resolver, field.SyncResolver);
        if (resolve is null && resolveNow is null)
            throw new InvalidOperationException($"{type.Name}.{field.Name} gives guarded things and says not how.");

        field.SyncResolver = null;
        field.Resolver = async context => await PassAsync(context, resolveNow is not null ? resolveNow(context) : await resolve!(context));
    }

    private async ValueTask<object?> PassAsync(IResolverContext context, object? value)
    {
        if (value is null)
            return null;

        var asker = await CurrentAsync(context, context.Services);
        var shown = Shown(asker, value, context.Field.Type);
        if (shown is not null)
            await RecordAsync(context, asker, shown);
        return shown;
    }

    private object? Shown(Asker asker, object value, GraphQLType type)
    {
        var isPromised = type is NonNullType;
        if (IsPage(value.GetType()))
        {
            var thing = value.GetType().GetGenericArguments()[0];
            Demand(asker, thing);
            return _rules.Of(thing) is { } kind ? kind.Filter(asker, value) : value;
        }

        if (value is IEnumerable items and not string)
            return Shown(asker, items, Item(type));
        if (MayRead(asker, value))
            return value;

        // Without the permission they hear so; where it only does not go so far, the thing might as well not be there.
        return !isPromised && HoldsPermission(asker, value.GetType()) ? null : throw Refusals.For(asker);
    }

    private List<object?> Shown(Asker asker, IEnumerable items, GraphQLType item)
    {
        var shown = new List<object?>();
        foreach (var one in items)
        {
            if (one is null || MayRead(asker, one))
                shown.Add(one);
            else if (!HoldsPermission(asker, one.GetType()))
                throw Refusals.For(asker);

            // An item that may be null keeps the places of the others.
            else if (item is not NonNullType)
                shown.Add(null);
        }

        return shown;
    }

    private static GraphQLType Item(GraphQLType type) => type switch
    {
        NonNullType nonNull => Item(nonNull.OfType),
        ListType list => list.OfType,
        _ => type,
    };

    private bool MayRead(Asker asker, object thing) => _rules.Of(thing.GetType()) is { } kind
        ? kind.ShowsTo(asker, thing)
        : !_permissions.TryGetValue(thing.GetType(), out var permission) || asker.MayEverywhere(permission);

    private bool HoldsPermission(Asker asker, Type thing) => !_permissions.TryGetValue(thing, out var permission) || asker.May(permission);

    private void Demand(Asker asker, Type thing)
    {
        if (!HoldsPermission(asker, thing) || (_rules.Of(thing) is null && _permissions.TryGetValue(thing, out var permission) && !asker.MayEverywhere(permission)))
            throw Refusals.For(asker);
    }

    /// <summary>Updates without those that who asks may not see, as they are when each one comes.</summary>
    private async IAsyncEnumerable<object?> UpdatesAsync(IAsyncEnumerable<object?> updates, IResolverContext context)
    {
        // What follows the first update is after the operation has begun: its context still says who asked.
        await foreach (var update in updates)
        {
            if (update is null)
                continue;
            var scope = context.Services.CreateAsyncScope();
            await using (scope)
            {
                var asker = await CurrentAsync(context, scope.ServiceProvider);
                if (!HoldsPermission(asker, update.GetType()))
                    throw Refusals.For(asker);
                if (!MayRead(asker, update))
                    continue;
            }

            yield return update;
        }
    }

    private static ValueTask<Asker> CurrentAsync(IResolverContext context, IServiceProvider services) =>
        services.GetRequiredService<CurrentAsker>().OfAsync(context.User, context.RequestAborted);

    private static ValueTask RecordAsync(IResolverContext context, Asker asker, object shown) =>
        context.Services.GetService<ReadingRecord>() is { } record ? record.KeepAsync(context, asker, shown) : ValueTask.CompletedTask;
}
