// What all servers of the benchmark serve, as a schema with resolvers.
import DataLoader from 'dataloader';

const range = (count) => Array.from({ length: count }, (_, i) => i + 1);

const items = range(100).map((n) => ({
  id: `${n}`,
  name: `Item number ${n}`,
  price: 8.5 + n,
  quantity: (n - 1) * 3,
  inStock: n % 2 === 1,
  category: `category-${(n - 1) % 10}`,
  createdAt: '2026-01-01T00:00:00Z',
  rating: 3.25 + ((n - 1) % 7) / 4,
}));
const itemsById = new Map(items.map((item) => [item.id, item]));
const orders = range(100).map((n) => ({ id: `${n}`, total: 9.5 + n, customerId: `${((n - 1) % 20) + 1}` }));
const customers = new Map(range(20).map((n) => [`${n}`, { id: `${n}`, name: `Customer ${n}`, email: `c${n}@example.com` }]));

export const typeDefs = `
  type Query {
    items: [Item!]!
    item(id: String!): Item
    orders: [Order!]!
  }
  type Item { id: String! name: String! price: Float! quantity: Int! inStock: Boolean! category: String! createdAt: String! rating: Float! }
  type Order { id: String! total: Float! customer: Customer! }
  type Customer { id: String! name: String! email: String! }
`;

export const resolvers = {
  Query: { items: () => items, item: (_, { id }) => itemsById.get(id), orders: () => orders },
  Order: { customer: (order, _, context) => context.customers.load(order.customerId) },
};

export const context = () => ({ customers: new DataLoader(async (ids) => ids.map((id) => customers.get(id))) });
