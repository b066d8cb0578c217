export class Control { constructor(n,id){ this.network=n; } async answer(){ return {status:404,headers:{},body:''}; } }
