package com.clientpay.connect.settings;

import com.clientpay.connect.http.Answer;
import com.clientpay.connect.http.Exchange;
import com.clientpay.connect.http.Formats;
import com.clientpay.connect.http.Page;
import com.clientpay.connect.http.Problem;
import com.clientpay.connect.http.Route;
import com.clientpay.connect.http.Scope;
import java.util.List;

/** Connect settings: the fields, the merchant accounts and the posting settings. */
public final class SettingsRoutes {
    private final FieldService fields;
    private final MerchantAccountService merchantAccounts;
    private final PostingSettingsService postingSettings;

    public SettingsRoutes(
            FieldService fields, MerchantAccountService merchantAccounts, PostingSettingsService postingSettings) {
        this.fields = fields;
        this.merchantAccounts = merchantAccounts;
        this.postingSettings = postingSettings;
    }

    public List<Route> routes() {
        return List.of(
                Route.scoped(Scope.READ, "GET", "/v1/fields", this::getFields),
                Route.scoped(Scope.SETTINGS, "PUT", "/v1/fields", this::putFields),
                Route.scoped(Scope.READ, "GET", "/v1/merchant-accounts", this::listMerchantAccounts),
                Route.scoped(Scope.READ, "GET", "/v1/merchant-accounts/{id}", this::getMerchantAccount),
                Route.scoped(Scope.SETTINGS, "PUT", "/v1/merchant-accounts/{id}", this::putMerchantAccount),
                Route.scoped(Scope.SETTINGS, "DELETE", "/v1/merchant-accounts/{id}", this::deleteMerchantAccount),
                Route.scoped(Scope.READ, "GET", "/v1/posting-settings", this::getPostingSettings),
                Route.scoped(Scope.SETTINGS, "PUT", "/v1/posting-settings", this::putPostingSettings));
    }

    private Answer getFields(Exchange exchange) {
        exchange.withoutQuery();
        return answer(fields.list());
    }

    private Answer putFields(Exchange exchange) {
        exchange.withoutQuery();
        List<FieldDisplay> wanted =
                FieldsRequest.read(exchange.json(), fields.list().fields());
        return answer(
                fields.put(wanted, exchange.expectedVersion(), exchange.caller().actor()));
    }

    private static Answer answer(FieldList list) {
        return Answer.ok(Page.whole(list.fields())).version(list.version());
    }

    private Answer listMerchantAccounts(Exchange exchange) {
        exchange.withoutQuery();
        return Answer.ok(Page.whole(merchantAccounts.list()));
    }

    private Answer getMerchantAccount(Exchange exchange) {
        exchange.withoutQuery();
        String id = exchange.path("id");
        return merchantAccounts
                .find(id)
                .map(account -> Answer.ok(account).version(account.version()))
                .orElseThrow(() -> Problem.notFound("merchant account", id).asException());
    }

    private Answer putMerchantAccount(Exchange exchange) {
        exchange.withoutQuery();
        MerchantAccountRequest request =
                MerchantAccountRequest.read(exchange.path("id"), exchange.json(), exchange::expectedVersion);
        MerchantAccountService.Saved saved = merchantAccounts.put(
                request.account(),
                request.expectedVersion(),
                exchange.changesOnlyWhatIsThere(),
                exchange.caller().actor());
        return Answer.json(saved.created() ? 201 : 200, saved.account())
                .version(saved.account().version());
    }

    private Answer deleteMerchantAccount(Exchange exchange) {
        exchange.withoutQuery();
        String id = exchange.path("id");
        if (!Formats.isId(id)) {
            throw Problem.notFound("merchant account", id).asException();
        }
        merchantAccounts.delete(
                id, exchange.expectedVersion(), exchange.caller().actor());
        return Answer.noContent();
    }

    private Answer getPostingSettings(Exchange exchange) {
        exchange.withoutQuery();
        return answer(postingSettings.get());
    }

    private Answer putPostingSettings(Exchange exchange) {
        exchange.withoutQuery();
        PostingSettings wanted = PostingSettingsRequest.read(exchange.json());
        return answer(postingSettings.put(
                wanted, exchange.expectedVersion(), exchange.caller().actor()));
    }

    private static Answer answer(PostingSettings settings) {
        return Answer.ok(settings).version(settings.version());
    }
}
