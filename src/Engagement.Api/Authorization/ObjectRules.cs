using GraphQL.Data;

namespace Engagement.Api.Authorization;

/// <summary>The rules of things, by their kind. What is not here is reached by permissions that go everywhere, and by no others.</summary>
internal sealed class ObjectRules
{
    private readonly Dictionary<Type, Kind> _kinds = [];
    private readonly Dictionary<string, Kind> _byName = new(StringComparer.Ordinal);

    /// <summary>Adds a kind of thing.</summary>
    /// <param name="name">What the schema calls it, which its ids carry.</param>
    /// <param name="permission">What reading one takes.</param>
    /// <param name="rule">Which ones.</param>
    /// <param name="find">Loads the one that an argument names, so that the rule is asked before a command; null where commands need not be asked about it.</param>
    public ObjectRules Add<T>(
        string name, string permission, IObjectRule<T> rule, Func<IServiceProvider, Guid, CancellationToken, Task<T?>>? find = null)
        where T : class
    {
        var kind = new Kind<T>(permission, rule, find);
        _kinds.Add(typeof(T), kind);
        _byName.Add(name, kind);
        return this;
    }

    public Kind? Of(Type? type) => type is null ? null : _kinds.GetValueOrDefault(type);

    public Kind? Named(string name) => _byName.GetValueOrDefault(name);

    /// <summary>What is known of a kind of thing, whatever the kind.</summary>
    internal abstract class Kind(string permission)
    {
        public string Permission { get; } = permission;

        public abstract bool CanBeFound { get; }

        /// <summary>Whether who asks may read a thing.</summary>
        public abstract bool ShowsTo(Asker asker, object thing);

        /// <summary>Whether who asks may use a permission on a thing.</summary>
        public abstract bool Allows(Asker asker, string permission, object thing);

        /// <summary>The thing of an id; null when there is none.</summary>
        public abstract Task<object?> FindAsync(IServiceProvider services, Guid id, CancellationToken cancellationToken);

        /// <summary>A page without what may not be read.</summary>
        public abstract object Filter(Asker asker, object connection);
    }

    private sealed class Kind<T>(string permission, IObjectRule<T> rule, Func<IServiceProvider, Guid, CancellationToken, Task<T?>>? find) : Kind(permission)
        where T : class
    {
        public override bool CanBeFound => find is not null;

        public override bool ShowsTo(Asker asker, object thing) => rule.IsPublic((T)thing) || Allows(asker, Permission, thing);

        public override bool Allows(Asker asker, string permission, object thing)
        {
            foreach (var grant in asker.GrantsOf(permission))
            {
                if (rule.Allows(asker, grant, (T)thing))
                    return true;
            }

            return false;
        }

        public override async Task<object?> FindAsync(IServiceProvider services, Guid id, CancellationToken cancellationToken) =>
            await find!(services, id, cancellationToken);

        // A list leaves out by itself what its reader may not see, and counts without it: this is for the list that forgot.
        public override object Filter(Asker asker, object connection)
        {
            var page = (Connection<T>)connection;
            var shown = page.Edges.Where(edge => ShowsTo(asker, edge.Node)).ToArray();
            return shown.Length == page.Edges.Count ? page : new Connection<T>(shown, page.PageInfo, shown.Length);
        }
    }
}
