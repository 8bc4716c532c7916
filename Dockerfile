FROM node:22-bookworm-slim AS assets
WORKDIR /source/src/Engagement.Web/Assets
COPY src/Engagement.Web/Assets/package.json src/Engagement.Web/Assets/package-lock.json ./
RUN npm ci
COPY src/Engagement.Web/Assets ./
RUN npm run build
WORKDIR /source/src/GraphQL/Server/Tool/Assets
COPY src/GraphQL/Server/Tool/Assets/package.json src/GraphQL/Server/Tool/Assets/package-lock.json ./
RUN npm ci
COPY src/GraphQL/Server/Tool/Assets ./
RUN npm run build

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
COPY --from=assets /source/src/Engagement.Web/wwwroot/build src/Engagement.Web/wwwroot/build
COPY --from=assets /source/src/GraphQL/Server/Tool/build src/GraphQL/Server/Tool/build
RUN dotnet publish src/Engagement.Host -c Release -o /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app .
# Keys and other state of the running platform; a volume mounted here takes over its owner.
RUN mkdir .data && chown "$APP_UID" .data
USER $APP_UID
EXPOSE 8080
ENTRYPOINT ["dotnet", "Engagement.Host.dll"]
CMD ["serve", "--urls", "http://0.0.0.0:8080"]
